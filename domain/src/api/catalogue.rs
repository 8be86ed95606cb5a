//! `GET /api/v1/catalogue`: the applications, their modules and what is done in them. The form offers them; other ones are
//! welcome all the same.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The applications people choose from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Catalogue {
    /// In the order to show them.
    pub applications: Vec<Application>,
}

/// One application of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Application {
    /// Its name.
    pub name: String,
    /// Its modules, in the order to show them.
    pub modules: Vec<String>,
    /// What is done in a module, by the module's name, in the order to show it. Catalogues of before have none.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub processes: BTreeMap<String, Vec<String>>,
}

impl Catalogue {
    /// The modules of an application; none of one that isn't listed.
    #[must_use]
    pub fn modules_of(&self, application: &str) -> &[String] {
        self.find(application).map_or(&[], |application| &application.modules)
    }

    /// The processes of a module of an application; none of one that isn't listed.
    #[must_use]
    pub fn processes_of(&self, application: &str, module: &str) -> &[String] {
        let processes = self.find(application).and_then(|application| application.processes.get(module));
        processes.map_or(&[], Vec::as_slice)
    }

    fn find(&self, name: &str) -> Option<&Application> {
        self.applications.iter().find(|application| application.name == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BEFORE: &str = r#"{"applications":[{"name":"SOHO Front","modules":["Caja","Recepción"]}]}"#;
    const NOW: &str = r#"{"applications":[{"name":"SOHO Front","modules":["Caja","Recepción"],"processes":{"Caja":["Cierre de turno","Arqueo"]}}]}"#;

    #[test]
    fn a_catalogue_published_before_there_were_processes_still_reads() {
        for text in [BEFORE, NOW] {
            let read: Catalogue = serde_json::from_str(text).unwrap();
            assert_eq!(serde_json::to_string(&read).unwrap(), text, "and is told as it was");
        }
    }

    #[test]
    fn what_is_listed_is_offered_in_its_order_and_nothing_else_is() {
        let catalogue: Catalogue = serde_json::from_str(NOW).unwrap();
        assert_eq!(catalogue.modules_of("SOHO Front"), ["Caja", "Recepción"]);
        assert_eq!(catalogue.processes_of("SOHO Front", "Caja"), ["Cierre de turno", "Arqueo"]);
        for (application, module) in [("SOHO Front", "Recepción"), ("SOHO Front", ""), ("Otra", "Caja")] {
            assert!(catalogue.processes_of(application, module).is_empty(), "{application} / {module}");
        }
        assert!(catalogue.modules_of("Otra").is_empty());
    }
}
