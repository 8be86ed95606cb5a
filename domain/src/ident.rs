//! Identifiers of people and places. Opaque text, minted by the Worker; the domain only compares them.

use serde::{Deserialize, Serialize};

macro_rules! identifier {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The identifier as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

identifier!(
    /// A person with an account: client or staff.
    AccountId
);
identifier!(
    /// A client company: the hotel or the group that owns several.
    CompanyId
);
identifier!(
    /// A branch (*sede*) of a company.
    BranchId
);
identifier!(
    /// A photo attached to a ticket.
    PhotoId
);
identifier!(
    /// A link that opens one ticket to a colleague. Names the link; what opens it is a secret of its own.
    LinkId
);
identifier!(
    /// An invitation. Names it; what accepts it is a secret of its own.
    InvitationId
);
