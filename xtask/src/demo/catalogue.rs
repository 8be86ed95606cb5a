//! The applications and modules of the demo data: invented, but what a hotel's software has.

use domain::api::{Application, Catalogue};

pub const RECEPCION: &str = "SOHO Recepción";
pub const FACTURACION: &str = "SOHO Facturación electrónica";
pub const VENTA: &str = "SOHO Punto de venta";
pub const INVENTARIOS: &str = "SOHO Inventarios";
pub const CONTABILIDAD: &str = "SOHO Contabilidad";
pub const CANALES: &str = "SOHO Canales";
pub const NOMINA: &str = "SOHO Nómina";
pub const GERENCIA: &str = "SOHO Gerencia";

const APPLICATIONS: [(&str, &[&str]); 8] = [
    (
        RECEPCION,
        &[
            "Reservas",
            "Check-in y check-out",
            "Cuentas de huéspedes",
            "Tarjeta de registro y SIRE",
            "Auditoría nocturna",
            "Ama de llaves",
        ],
    ),
    (
        FACTURACION,
        &[
            "Emisión de facturas",
            "Notas crédito y débito",
            "Resoluciones de numeración",
            "Documento soporte",
            "Acuses y eventos DIAN",
        ],
    ),
    (VENTA, &["Comandas", "Caja", "Minibar", "Cierre de turno"]),
    (INVENTARIOS, &["Bodegas", "Traslados entre sedes", "Kárdex", "Recetas"]),
    (
        CONTABILIDAD,
        &["Comprobantes", "Cartera", "Cuentas por pagar", "Conciliación bancaria", "Informes e impuestos"],
    ),
    (CANALES, &["Tarifas y disponibilidad", "Reservas en línea", "Motor de reservas"]),
    (NOMINA, &["Liquidación", "Nómina electrónica"]),
    (GERENCIA, &["Indicadores", "Consolidado de sedes"]),
];

/// The catalogue as it is brought in.
pub fn catalogue() -> Catalogue {
    let application = |(name, modules): (&str, &[&str])| Application {
        name: name.to_owned(),
        modules: modules.iter().map(|module| (*module).to_owned()).collect(),
    };
    Catalogue { applications: APPLICATIONS.into_iter().map(application).collect() }
}
