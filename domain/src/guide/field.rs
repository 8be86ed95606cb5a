//! The fields of the guide, under the names they have on the wire.

use crate::codes::coded_enum;

coded_enum! {
    /// A field of the form (R3, R7), in the order of the guide.
    pub enum Field {
        /// Full name of the person who asks and will be contacted.
        FullName = "full_name",
        /// Name of the company that asks.
        Company = "company",
        /// The person's e-mail address (R4).
        Email = "email",
        /// A number where the person answers (R5).
        Phone = "phone",
        /// The title (R6).
        Subject = "subject",
        /// One of the six kinds (R1).
        Kind = "kind",
        /// What happens, in detail.
        Description = "description",
        /// Which application.
        Application = "application",
        /// Which module of it.
        Module = "module",
        /// What was being done.
        Process = "process",
        /// The exact path through the menus.
        MenuPath = "menu_path",
        /// What was entered: dates, document type, third party, values.
        Parameters = "parameters",
        /// The error code, if one was shown.
        ErrorCode = "error_code",
        /// R7: is the system stopped?
        SystemStopped = "system_stopped",
        /// R7: is a guest or customer waiting who cannot be invoiced?
        GuestWaiting = "guest_waiting",
    }
}

coded_enum! {
    /// What an agent can mark as missing when a ticket cannot be understood (R8): the guide's items, images included.
    pub enum GuideItem {
        /// See [`Field::FullName`].
        FullName = "full_name",
        /// See [`Field::Company`].
        Company = "company",
        /// See [`Field::Email`].
        Email = "email",
        /// See [`Field::Phone`].
        Phone = "phone",
        /// See [`Field::Subject`].
        Subject = "subject",
        /// See [`Field::Kind`].
        Kind = "kind",
        /// See [`Field::Description`].
        Description = "description",
        /// See [`Field::Application`].
        Application = "application",
        /// See [`Field::Module`].
        Module = "module",
        /// See [`Field::Process`].
        Process = "process",
        /// See [`Field::MenuPath`].
        MenuPath = "menu_path",
        /// See [`Field::Parameters`].
        Parameters = "parameters",
        /// See [`Field::ErrorCode`].
        ErrorCode = "error_code",
        /// Pictures of the screen, which are attached rather than typed.
        Images = "images",
    }
}

impl GuideItem {
    /// The form field of this item; images have none.
    #[must_use]
    pub fn field(self) -> Option<Field> {
        Field::parse(self.code())
    }
}

impl Field {
    /// The most characters (Unicode scalar values) the field takes, or `None` for a choice. Our own figures: wide
    /// enough for anything a person writes, small enough to store and mail.
    #[must_use]
    pub const fn max_chars(self) -> Option<usize> {
        match self {
            Self::FullName | Self::Application | Self::Module => Some(100),
            Self::Company | Self::Subject | Self::Process => Some(150),
            Self::Email => Some(254),
            Self::Phone => Some(60),
            Self::MenuPath | Self::ErrorCode => Some(500),
            Self::Parameters => Some(4_000),
            Self::Description => Some(10_000),
            Self::Kind | Self::SystemStopped | Self::GuestWaiting => None,
        }
    }

    /// Whether the field's text may have several lines.
    #[must_use]
    pub const fn is_multiline(self) -> bool {
        matches!(self, Self::Description | Self::MenuPath | Self::Parameters | Self::ErrorCode)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_at_length_may_have_lines() {
        let multiline: Vec<_> = Field::ALL.into_iter().filter(|field| field.is_multiline()).collect();
        assert_eq!(multiline, [Field::Description, Field::MenuPath, Field::Parameters, Field::ErrorCode]);
    }

    #[test]
    fn every_item_but_images_is_a_field() {
        for item in GuideItem::ALL {
            assert_eq!(item.field().is_none(), item == GuideItem::Images, "{item}");
        }
    }
}
