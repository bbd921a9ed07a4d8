//! What a new password must be, and changing it.

use domain::account::password;
use domain::check::{FieldError, Problem};
use zxcvbn::matching::patterns::MatchPattern;
use zxcvbn::{Score, zxcvbn};

use super::letters::to_holder;
use super::throttle::{self, Limit, bucket};
use super::{account, session};
use crate::mail::facts::{SecurityEvent, Warning};
use crate::{Answer, BackendError, Ctx, database, mail};

/// Present passwords tried in an hour by somebody who is signed in.
const PER_ACCOUNT: Limit = Limit::per_minutes(20, 60);

/// The problems of a new password typed twice, on the fields `password` and `again`. The lists are searched apart from
/// the threads that answer requests.
pub async fn password_problems(new: &str, again: &str, with_second_factor: bool) -> Answer<Vec<FieldError>> {
    let typed = new.to_owned();
    let searched = tokio::task::spawn_blocking(move || is_common(&typed)).await;
    let is_common = searched.map_err(|error| BackendError::Internal(error.to_string()))?;
    Ok(password::check(new, again, with_second_factor, is_common))
}

/// Whether the password is an entry of the packaged lists, or so little more than one that it is guessed as soon.
fn is_common(password: &str) -> bool {
    let found = zxcvbn(password, &[]);
    let listed = matches!(found.sequence(), [only] if matches!(only.pattern, MatchPattern::Dictionary(_)));
    listed || found.score() <= Score::One
}

/// Changes the own password; the account's other sessions end.
/// Errors: `Invalid` on `current`, `password` or `again`; `TooMany`; `SignIn`.
pub async fn change_password(ctx: &Ctx, current: &str, new: &str, again: &str) -> Answer<()> {
    let signed_in = ctx.signed_in()?;
    let backend = &ctx.backend;
    let tx = database::begin(&backend.db).await?;
    let tried = bucket(backend, "current_password", &signed_in.account.to_string());
    throttle::count_in(&tx, &tried, backend.clock.session_now(), PER_ACCOUNT).await?;
    tx.commit().await?;
    let row = account::load(&backend.db, signed_in.account).await?;
    let mut problems = password_problems(new, again, false).await?;
    if !backend.hasher.verify(row.password_hash.as_deref(), current).await? {
        problems.insert(0, FieldError { field: "current".into(), problem: Problem::PasswordWrong });
    }
    if !problems.is_empty() {
        return Err(BackendError::Invalid(problems));
    }
    let hash = backend.hasher.hash(new).await?;
    let tx = database::begin(&backend.db).await?;
    account::set_password(&tx, ctx.now(), signed_in.account, &hash).await?;
    session::close_all(&tx, signed_in.account, Some(&signed_in.token_hash)).await?;
    let warning = Warning::PasswordChanged;
    let facts = SecurityEvent { warning, user_name: row.user_name.clone(), at: ctx.now() };
    mail::queue(&tx, ctx.now(), to_holder(&row, &facts)).await?;
    tx.commit().await?;
    backend.mail.wake();
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn listed_passwords_and_their_small_variations_are_common() {
        for common in ["password1234", "123456789012", "passwordpassword", "qwertyuiop12", "aaaaaaaaaaaa"] {
            assert!(is_common(common), "{common}");
        }
    }

    #[test]
    fn a_sentence_or_a_random_one_is_not() {
        for rare in ["quattro ponti sul Sesia", "tK4-vu82-Lwq9", "ponte-di-barche-1848"] {
            assert!(!is_common(rare), "{rare}");
        }
    }
}
