//! The pages people read when nothing is failing (R21).

mod areas;
mod frame;
mod guide;
mod help;
mod practices;
mod privacy;
mod ransomware;
mod values;

pub use areas::AreasPage;
pub use guide::GuidePage;
pub use help::HelpPage;
pub use practices::PracticesPage;
pub use privacy::PrivacyPage;
pub use ransomware::RansomwarePage;
pub use values::ValuesPage;
