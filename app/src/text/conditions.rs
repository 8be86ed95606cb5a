//! The conditions of the service, in brief.

use domain::policy::SupportPolicy;
use wording::dates::attention_duration;

use super::words;
use crate::locale::Locale;

words! {
    /// The conditions page.
    ConditionsText {
        title: "Cómo trabajamos con su hotel", "How we work with your hotel";
        lead: "Lo esencial del servicio, en claro.", "The essentials of the service, plainly.";
        in_title: "Qué atiende soporte", "What support deals with";
        out_title: "Qué atiende el área comercial", "What the commercial team deals with";
        out_lead:
            "No son fallas del programa. Le explicamos por qué y le dejamos el mensaje listo.",
            "They are not faults of the program. We say why and have the message ready.";
        hours_title: "Cuándo", "When";
        hours_off:
            "Los festivos de Colombia no se atiende. Puede crear tickets a cualquier hora: le decimos exactamente cuándo empieza a contar el tiempo.",
            "We are closed on Colombian public holidays. You can create tickets at any hour: we say exactly when the clock starts.";
        promise_title: "Lo que prometemos", "What we promise";
        promise_response:
            "Después, una respuesta. Verá el día y la hora exactos en su ticket, y puede abrir la cuenta completa, día por día.",
            "Then, a response. You see the exact day and hour on your ticket, and can open the whole account, day by day.";
        promise_wait:
            "El tiempo que esperamos una respuesta suya no se cuenta.",
            "The time we wait for an answer of yours is not counted.";
        promise_bug:
            "Si es un error del programa, desarrollo se compromete con una fecha y usted la conoce.",
            "If it is a fault in the program, development commits to a date and you know it.";
        reach_title: "Si no logramos hablar con usted", "If we can’t reach you";
        critical_title: "Cuándo es crítico", "When it is critical";
        critical_text:
            "Cuando el sistema está detenido, o cuando hay un huésped o cliente esperando y no le puede facturar. Fuera del horario, lo crítico se atiende por teléfono.",
            "When the system is stopped, or a guest or customer is waiting and can’t be invoiced. Out of hours, critical cases are dealt with by phone.";
        one_title: "Un ticket, un requerimiento", "One ticket, one requirement";
        one_text:
            "Así cada caso tiene su respuesta y su plazo. Si en una conversación aparece otro asunto, le abrimos un ticket propio.",
            "So each case has its answer and its time. If another matter comes up in a conversation, it gets a ticket of its own.";
        line_title: "La línea de soporte", "The support line";
        line_text:
            "Si prefiere llamar, un agente registra el ticket con los mismos datos. Para consultar uno, tenga a la mano su número.",
            "If you prefer to call, an agent registers the ticket with the same details. To ask about one, have its number at hand.";
    }
}

impl ConditionsText {
    /// The attention hours of the policy (R12).
    pub fn hours(self, policy: &SupportPolicy) -> String {
        let hour = |time: chrono::NaiveTime| {
            let (afternoon, hour) = chrono::Timelike::hour12(&time);
            let half = match (self.0, afternoon) {
                (Locale::Es, false) => "a.\u{a0}m.",
                (Locale::Es, true) => "p.\u{a0}m.",
                (Locale::En, false) => "a.m.",
                (Locale::En, true) => "p.m.",
            };
            format!("{hour}:{:02}\u{a0}{half}", chrono::Timelike::minute(&time))
        };
        let (opens, closes) = (hour(policy.opens), hour(policy.closes));
        match self.0 {
            Locale::Es => format!("De lunes a viernes, de {opens} a {closes}, hora de Colombia."),
            Locale::En => format!("Monday to Friday, from {opens} to {closes}, Colombian time."),
        }
    }

    /// R14 with the policy's figure.
    pub fn promise_first(self, policy: &SupportPolicy) -> String {
        let time = attention_duration(policy.first_response, self.0);
        match self.0 {
            Locale::Es => format!(
                "Primero, que una persona tome su caso y se lo diga, a más tardar en {time}. Un acuse automático no cuenta."
            ),
            Locale::En => format!(
                "First, that a person takes your case and tells you, within {time}. An automatic receipt doesn’t count."
            ),
        }
    }

    /// Why a critical case has the time it has (R13, R14).
    pub fn critical_time(self, policy: &SupportPolicy) -> String {
        let time = policy.first_response_critical_by_phone.num_hours();
        match self.0 {
            Locale::Es => format!(
                "Ser crítico no cambia los plazos: en el horario de atención su caso llega marcado, y el equipo lo distingue de los demás. Si llama fuera del horario, una persona lo toma en {time} horas de reloj, también de noche y en festivos."
            ),
            Locale::En => format!(
                "Being critical doesn’t change the times: in attention hours your case arrives marked, and the team tells it from the others. If you call out of hours, a person takes it within {time} hours of the clock, nights and holidays too."
            ),
        }
    }

    /// R18 with the policy's figures.
    pub fn reach(self, policy: &SupportPolicy) -> String {
        let (days, attempts) = (policy.unreachable_business_days, policy.unreachable_attempts);
        match self.0 {
            Locale::Es => format!(
                "Cuando nos falta algo de usted, lo buscamos. Si pasan {days} días hábiles sin respuesta, o tras {attempts} intentos, el ticket se cierra y puede crear otro con los mismos datos. Cualquier mensaje suyo lo mantiene abierto."
            ),
            Locale::En => format!(
                "When we need something from you, we look for you. After {days} business days without an answer, or {attempts} attempts, the ticket closes and you can create another with the same details. Any message of yours keeps it open."
            ),
        }
    }
}
