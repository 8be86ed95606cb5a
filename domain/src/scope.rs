//! What support covers (R1) and what goes to the commercial area instead (R2).

use crate::codes::coded_enum;

coded_enum! {
    /// R1: the six kinds of trouble that become a ticket.
    pub enum Kind {
        /// The software cannot be started or operated.
        CannotStart = "cannot_start",
        /// The software fails, wholly or in part.
        Failure = "failure",
        /// Reports or processes give inconsistent results.
        InconsistentReports = "inconsistent_reports",
        /// Branches (*sedes*) do not synchronise consistently.
        BranchSync = "branch_sync",
        /// A point of sale cannot reach the central server.
        PointOfSaleConnection = "point_of_sale_connection",
        /// A licence has expired or is about to.
        LicenceExpiry = "licence_expiry",
    }
}

coded_enum! {
    /// R2: the nine kinds of request that are never a support ticket and are handed over to the commercial channel.
    pub enum OutOfScope {
        /// Teaching people to use the software.
        Training = "training",
        /// Setting up an operating system.
        OperatingSystem = "operating_system",
        /// Looking for or removing viruses.
        Virus = "virus",
        /// Installing or configuring printers and other peripherals.
        Peripherals = "peripherals",
        /// Installing, reinstalling or migrating the software.
        Installation = "installation",
        /// Doing for the client what the software already lets them do.
        DoneBySoftware = "done_by_software",
        /// Improvements or customisation.
        Improvements = "improvements",
        /// Analysing or configuring local or wide area networks.
        Network = "network",
        /// Auditing or following up the client's own processes.
        Audit = "audit",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_the_wire_value_and_reads_back() {
        for kind in Kind::ALL {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.code());
            assert_eq!(Kind::parse(kind.code()), Some(kind));
        }
        for reason in OutOfScope::ALL {
            assert_eq!(serde_json::from_value::<OutOfScope>(reason.code().into()).unwrap(), reason);
        }
    }

    #[test]
    fn six_kinds_are_in_nine_are_out_and_none_is_both() {
        assert_eq!((Kind::ALL.len(), OutOfScope::ALL.len()), (6, 9));
        assert!(Kind::ALL.iter().all(|kind| OutOfScope::parse(kind.code()).is_none()));
        assert_eq!(Kind::parse("Failure"), None);
    }
}
