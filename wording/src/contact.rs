//! How to reach people: numbers written for reading aloud.

/// A phone number in E.164 as it is read: `+57 333 033 3522`. Numbers of other countries keep their digits together,
/// for each country groups them its own way.
#[must_use]
pub fn phone(e164: &str) -> String {
    let groups = e164.strip_prefix("+57").and_then(|national| {
        let (area, rest) = national.split_at_checked(3)?;
        let (middle, last) = rest.split_at_checked(3)?;
        (last.len() == 4).then(|| format!("+57 {area} {middle} {last}"))
    });
    groups.unwrap_or_else(|| e164.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::policy::SupportPolicy;

    #[test]
    fn colombian_numbers_are_grouped_and_others_left_alone() {
        assert_eq!(phone(SupportPolicy::SOHO.support_line), "+57 333 033 3522");
        assert_eq!(phone("+576063134484"), "+57 606 313 4484");
        for other in ["+34600123456", "+57123", "", "+57ñandú"] {
            assert_eq!(phone(other), other);
        }
    }
}
