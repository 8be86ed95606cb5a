//! What several pages are built from. One component a file.

mod attempts;
mod attention_line;
mod composer;
mod drawing;
mod empty;
mod error_panel;
mod error_summary;
mod field;
mod icon;
mod photo_picker;
mod photo_thumb;
mod promise_card;
mod qr;
mod skeleton;
mod status_badge;
mod timeline;
mod toast;
mod yes_no;

pub use attempts::AttemptLedger;
pub use attention_line::AttentionLine;
pub use composer::Composer;
pub use drawing::Drawing;
pub use empty::EmptyState;
pub use error_panel::ErrorPanel;
pub use error_summary::{ERROR_SUMMARY, ErrorSummary};
pub use field::{Advice, Field, described_by};
pub use icon::Icon;
pub use photo_picker::{PhotoList, PhotoPicker, Photos};
pub use photo_thumb::PhotoThumb;
pub use promise_card::{HowItCloses, HowReckoned, PromiseCard};
pub use qr::Qr;
pub use skeleton::Skeleton;
pub use status_badge::{CriticalBadge, DueBadge, StatusBadge};
pub use timeline::Timeline;
pub use toast::{Toasts, provide_toasts, toast};
pub use yes_no::YesNo;
