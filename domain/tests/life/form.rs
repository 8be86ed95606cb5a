//! A form filled as the guide asks, for tests and benchmarks.

use domain::guide::Draft;

/// A draft the guide finds no error in.
pub fn draft() -> Draft {
    Draft {
        full_name: "Luz Marina Ríos".into(),
        company: "Hotel Casa Lola".into(),
        email: "luz.rios@casalola.example".into(),
        phone: "310 555 1234".into(),
        subject: "La factura del check-out sale sin impuesto".into(),
        kind: "failure".into(),
        description: "Al cerrar la cuenta de la habitación 204 la factura sale sin el IVA del restaurante."
            .into(),
        application: "SOHO Hotel".into(),
        module: "Facturación".into(),
        process: "Check-out con consumos de restaurante".into(),
        menu_path: "Recepción > Check-out > Facturar".into(),
        parameters: "Habitación 204, factura de venta, tercero Pérez, 350.000".into(),
        error_code: String::new(),
        system_stopped: Some(false),
        guest_waiting: Some(false),
    }
}
