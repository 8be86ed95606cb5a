//! The invented people of the demo data. Their addresses end in `.example` (RFC 2606), so no mail can reach anyone.

use domain::{
    access::{Person, Role},
    api::import::ImportedAccount,
    ident::{AccountId, BranchId, CompanyId},
    second_factor::Secret,
};

use super::hotels::{
    ARMENIA, BAHIA, CAFETAL, CANDELARIA, CASA_LOLA, FILANDIA, Hotel, SALENTO, TERMALES, TORRE,
};

/// Someone with an account.
pub struct Character {
    pub email: &'static str,
    pub name: &'static str,
    pub phone: &'static str,
    pub role: Role,
    pub hotel: Option<&'static Hotel>,
    pub branch: Option<&'static str>,
}

impl Character {
    const fn of_soho(name: &'static str, email: &'static str, role: Role) -> Self {
        Self { email, name, phone: "", role, hotel: None, branch: None }
    }

    const fn client(
        name: &'static str,
        email: &'static str,
        phone: &'static str,
        hotel: &'static Hotel,
    ) -> Self {
        Self { email, name, phone, role: Role::Client, hotel: Some(hotel), branch: None }
    }

    const fn administers(self) -> Self {
        Self { role: Role::HotelAdministrator, ..self }
    }

    const fn at(self, branch: &'static str) -> Self {
        Self { branch: Some(branch), ..self }
    }

    /// The identifier: the address is one already, and reads well in a log.
    pub fn account(&self) -> AccountId {
        AccountId::from(self.email)
    }

    /// The company, unless nobody knows it yet.
    pub fn company(&self) -> Option<CompanyId> {
        self.hotel.map(|hotel| CompanyId::from(hotel.id))
    }

    /// The branch, for people of a group.
    pub fn branch(&self) -> Option<BranchId> {
        self.branch.map(BranchId::from)
    }

    /// Who they are to the rules.
    pub fn person(&self) -> Person {
        Person {
            account: self.account(),
            role: self.role,
            company: self.company(),
            branch: self.branch(),
            pass: None,
        }
    }

    fn imported(&self) -> ImportedAccount {
        ImportedAccount {
            id: self.account(),
            email: self.email.to_owned(),
            name: self.name.to_owned(),
            phone: (!self.phone.is_empty()).then(|| self.phone.to_owned()),
            role: self.role,
            company: self.company(),
            branch: self.branch(),
            factor_salt: self.role.is_staff().then(|| FACTOR_SALT.to_owned()),
        }
    }
}

/// The second factor of every one of SOHO's staff follows from this, so that they are set up from the start.
const FACTOR_SALT: &str = "demo";

// Casa Lola, Cartagena: the night clerk everyone signs in as first.
pub const YESID: Character =
    Character::client("Yesid Barrios Pérez", "noche@casalola.example", "+573000000101", &CASA_LOLA);
pub const KEYLA: Character =
    Character::client("Keyla Marrugo Teherán", "keyla.marrugo@casalola.example", "+573000000102", &CASA_LOLA);
pub const DOLORES: Character = Character::client(
    "María Dolores O'Byrne de la Ossa",
    "administracion@casalola.example",
    "+573000000103",
    &CASA_LOLA,
)
.administers();

// La Candelaria, Bogotá.
pub const JULIAN: Character = Character::client(
    "Julián Pardo Rincón",
    "julian.pardo@lacandelaria.example",
    "+573000000201",
    &CANDELARIA,
);
pub const ROSALBA: Character = Character::client(
    "Rosalba Niño Cifuentes",
    "gerencia@lacandelaria.example",
    "+576010000202",
    &CANDELARIA,
)
.administers();

// Termales del Otún, Santa Rosa de Cabal.
pub const MARCELA: Character = Character::client(
    "Marcela Buitrago Henao",
    "marcela.buitrago@termalesotun.example",
    "+573000000301",
    &TERMALES,
);
pub const FABIO: Character =
    Character::client("Fabio Nelson Ocampo", "contabilidad@termalesotun.example", "+576060000302", &TERMALES);
pub const OLGA: Character = Character::client(
    "Olga Lucía Jaramillo",
    "olga.jaramillo@termalesotun.example",
    "+573000000303",
    &TERMALES,
)
.administers();

// Alto Cafetal, three branches: one administrator of all, one of Salento alone.
pub const GLORIA: Character = Character::client(
    "Gloria Inés Arbeláez",
    "gloria.arbelaez@altocafetal.example",
    "+573000000401",
    &CAFETAL,
)
.administers();
pub const TATIANA: Character =
    Character::client("Tatiana Loaiza Marín", "salento@altocafetal.example", "+573000000402", &CAFETAL)
        .administers()
        .at(SALENTO);
pub const ANDERSON: Character = Character::client(
    "Anderson Grisales",
    "anderson.grisales@altocafetal.example",
    "+573000000403",
    &CAFETAL,
)
.at(ARMENIA);
pub const LEIDY: Character = Character::client(
    "Leidy Johana Cárdenas",
    "leidy.cardenas@altocafetal.example",
    "+573000000404",
    &CAFETAL,
)
.at(SALENTO);
pub const SEBASTIAN: Character = Character::client(
    "Sebastián Toro Ñáñez",
    "sebastian.toro@altocafetal.example",
    "+573000000405",
    &CAFETAL,
)
.at(FILANDIA);

// Bahía Coral, San Andrés; Torre del Río, Medellín.
pub const SHARLENE: Character = Character::client(
    "Sharlene Pomare Archbold",
    "sharlene.pomare@bahiacoral.example",
    "+573000000501",
    &BAHIA,
);
pub const EDISSON: Character = Character::client(
    "Édisson Arroyave Mesa",
    "edisson.arroyave@torredelrio.example",
    "+573000000601",
    &TORRE,
);
pub const PAOLA: Character =
    Character::client("Paola Andrea Uribe", "paola.uribe@torredelrio.example", "+573000000602", &TORRE)
        .administers();

/// Someone whose address no hotel has claimed yet.
pub const NUBIA: Character = Character {
    email: "nubia.chacon@correo.example",
    name: "Nubia Chacón Téllez",
    phone: "+573000000701",
    role: Role::Client,
    hotel: None,
    branch: None,
};

// SOHO.
pub const VALENTINA: Character =
    Character::of_soho("Valentina Ríos Cardona", "valentina@soho.example", Role::Agent);
pub const CAMILO: Character = Character::of_soho("Camilo Zapata Giraldo", "camilo@soho.example", Role::Agent);
pub const LUISA: Character =
    Character::of_soho("Luisa Fernanda Ortiz", "luisa.ortiz@soho.example", Role::Agent);
pub const ANDRES: Character = Character::of_soho("Andrés Felipe Muñoz", "andres@soho.example", Role::Agent);
pub const MATEO: Character = Character::of_soho("Mateo Londoño Arias", "mateo@soho.example", Role::Developer);
pub const SARA: Character = Character::of_soho("Sara Quintero Vélez", "sara@soho.example", Role::Developer);
pub const PATRICIA: Character =
    Character::of_soho("Patricia Gómez Salazar", "patricia@soho.example", Role::Supervisor);
pub const HERNAN: Character =
    Character::of_soho("Hernán Darío Botero", "hernan@soho.example", Role::Administrator);

const ALL: [&Character; 25] = [
    &YESID, &KEYLA, &DOLORES, &JULIAN, &ROSALBA, &MARCELA, &FABIO, &OLGA, &GLORIA, &TATIANA, &ANDERSON,
    &LEIDY, &SEBASTIAN, &SHARLENE, &EDISSON, &PAOLA, &NUBIA, &VALENTINA, &CAMILO, &LUISA, &ANDRES, &MATEO,
    &SARA, &PATRICIA, &HERNAN,
];

/// Everyone as they are brought in.
pub fn accounts() -> Vec<ImportedAccount> {
    ALL.iter().map(|character| character.imported()).collect()
}

/// The second factor of one of SOHO's staff, in a deployment with this key; nothing for anybody else.
pub fn second_factor(key: &str, email: &str) -> Option<Secret> {
    let staff = ALL.iter().find(|character| character.email == email && character.role.is_staff())?;
    Some(Secret::derive(key, &staff.account(), FACTOR_SALT))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn staff_alone_have_a_second_factor_and_it_is_the_imported_one() {
        for account in accounts() {
            let known = second_factor("key", &account.email);
            assert_eq!(known.is_some(), account.role.is_staff(), "{}", account.email);
            let imported = account.factor_salt.map(|salt| Secret::derive("key", &account.id, &salt));
            assert_eq!(known, imported, "{}", account.email);
        }
    }
}
