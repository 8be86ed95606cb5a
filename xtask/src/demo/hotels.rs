//! The invented hotels of the demo data.

use domain::{
    api::import::ImportedCompany,
    ident::{BranchId, CompanyId},
};

/// A hotel, or the group that owns several.
pub struct Hotel {
    pub id: &'static str,
    pub name: &'static str,
    /// Identifier and name of each branch; none when there is only one house.
    pub branches: &'static [(&'static str, &'static str)],
}

pub const CASA_LOLA: Hotel = Hotel { id: "casa-lola", name: "Hotel Boutique Casa Lola", branches: &[] };
pub const CANDELARIA: Hotel = Hotel { id: "la-candelaria", name: "Hostal La Candelaria", branches: &[] };
pub const TERMALES: Hotel = Hotel { id: "termales-otun", name: "Hotel Termales del Otún", branches: &[] };
pub const BAHIA: Hotel = Hotel { id: "bahia-coral", name: "Hotel Bahía Coral", branches: &[] };
pub const TORRE: Hotel =
    Hotel { id: "torre-del-rio", name: "Torre del Río Suites & Convenciones", branches: &[] };
pub const CAFETAL: Hotel = Hotel {
    id: "alto-cafetal",
    name: "Grupo Hotelero Alto Cafetal S.A.S.",
    branches: &[(ARMENIA, "Sede Armenia"), (SALENTO, "Sede Salento"), (FILANDIA, "Sede Filandia")],
};

pub const ARMENIA: &str = "alto-cafetal-armenia";
pub const SALENTO: &str = "alto-cafetal-salento";
pub const FILANDIA: &str = "alto-cafetal-filandia";

const ALL: [&Hotel; 6] = [&CASA_LOLA, &CANDELARIA, &TERMALES, &BAHIA, &TORRE, &CAFETAL];

/// The hotels as they are brought in.
pub fn companies() -> Vec<ImportedCompany> {
    let company = |hotel: &&Hotel| ImportedCompany {
        id: CompanyId::from(hotel.id),
        name: hotel.name.to_owned(),
        branches: hotel.branches.iter().map(|(id, name)| (BranchId::from(*id), (*name).to_owned())).collect(),
    };
    ALL.iter().map(company).collect()
}
