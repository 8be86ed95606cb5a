//! The applications, modules and processes of the demo data: invented, but what a hotel's software has.

use domain::api::{Application, Catalogue};

pub const RECEPCION: &str = "SOHO Recepción";
pub const FACTURACION: &str = "SOHO Facturación electrónica";
pub const VENTA: &str = "SOHO Punto de venta";
pub const INVENTARIOS: &str = "SOHO Inventarios";
pub const CONTABILIDAD: &str = "SOHO Contabilidad";
pub const CANALES: &str = "SOHO Canales";
pub const NOMINA: &str = "SOHO Nómina";
pub const GERENCIA: &str = "SOHO Gerencia";

/// A module and what is done in it.
type Module = (&'static str, &'static [&'static str]);

const APPLICATIONS: [(&str, &[Module]); 8] = [
    (
        RECEPCION,
        &[
            (
                "Reservas",
                &["Crear reserva", "Informe de llegadas", "Sincronizar con central", "Cambiar de sede"],
            ),
            (
                "Check-in y check-out",
                &["Check-in rápido", "Check-out", "Cambio de habitación", "Programar llave"],
            ),
            ("Cuentas de huéspedes", &["Abrir cuenta", "Trasladar consumos"]),
            ("Tarjeta de registro y SIRE", &["Imprimir tarjeta", "Generar archivo para Migración Colombia"]),
            ("Auditoría nocturna", &["Cierre del día hotelero", "Reporte"]),
            ("Ama de llaves", &[]),
        ],
    ),
    (
        FACTURACION,
        &[
            (
                "Emisión de facturas",
                &["Facturar", "Facturar el check-out", "Facturar evento", "Facturar en otra moneda"],
            ),
            ("Notas crédito y débito", &["Anular factura"]),
            ("Resoluciones de numeración", &["Consultar numeración vigente"]),
            ("Documento soporte", &["Transmitir"]),
            ("Acuses y eventos DIAN", &["Aceptación expresa"]),
        ],
    ),
    (
        VENTA,
        &[
            ("Comandas", &["Imprimir comanda", "Dividir cuenta"]),
            (
                "Caja",
                &["Abrir turno", "Facturar mesa", "Aplicar descuento", "Redimir pasadía", "Exportar informe"],
            ),
            ("Minibar", &["Registrar consumo"]),
            ("Cierre de turno", &["Cerrar turno"]),
        ],
    ),
    (
        INVENTARIOS,
        &[
            ("Bodegas", &["Consultar existencias"]),
            ("Traslados entre sedes", &["Recibir traslado", "Enviar traslado"]),
            ("Kárdex", &["Consultar movimientos"]),
            ("Recetas", &["Descargar insumos"]),
        ],
    ),
    (
        CONTABILIDAD,
        &[
            ("Comprobantes", &["Contabilizar ventas del día"]),
            ("Cartera", &["Informe por edades"]),
            ("Cuentas por pagar", &[]),
            ("Conciliación bancaria", &["Conciliar extracto"]),
            ("Informes e impuestos", &["Balance de prueba", "Libro auxiliar de IVA", "Calcular retenciones"]),
        ],
    ),
    (
        CANALES,
        &[
            (
                "Tarifas y disponibilidad",
                &["Publicar tarifas", "Consultar disponibilidad", "Sincronizar lista de precios"],
            ),
            ("Reservas en línea", &["Anular reserva", "Liquidar comisiones"]),
            ("Motor de reservas", &["Confirmar reserva", "Enviar confirmación"]),
        ],
    ),
    (
        NOMINA,
        &[("Liquidación", &["Liquidar la quincena"]), ("Nómina electrónica", &["Transmitir documentos"])],
    ),
    (
        GERENCIA,
        &[
            (
                "Indicadores",
                &[
                    "Consultar ocupación del día",
                    "RevPAR mensual",
                    "Producción por agencia",
                    "Exportar producción por agencia",
                ],
            ),
            ("Consolidado de sedes", &["Consolidar anticipos"]),
        ],
    ),
];

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// The catalogue as it is brought in.
pub fn catalogue() -> Catalogue {
    let application = |(name, modules): (&str, &[Module])| Application {
        name: name.to_owned(),
        modules: modules.iter().map(|(module, _)| (*module).to_owned()).collect(),
        processes: modules
            .iter()
            .filter(|(_, processes)| !processes.is_empty())
            .map(|(module, processes)| ((*module).to_owned(), owned(processes)))
            .collect(),
    };
    Catalogue { applications: APPLICATIONS.into_iter().map(application).collect() }
}
