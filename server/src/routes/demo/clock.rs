//! The clock of the demo.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Extension, Form};
use backend::Ctx;
use chrono::Duration;
use http::StatusCode;
use i18n::demo;
use serde::Deserialize;

use super::html::{in_rome, page};
use crate::AppState;

/// The largest number of units one may move the clock by.
const MOST: i64 = 10_000;

/// How far to move the clock.
#[derive(Debug, Default, Deserialize)]
pub struct ClockForm {
    #[serde(default)]
    number: String,
    /// `minutes`, `hours` or `days`.
    #[serde(default)]
    unit: String,
    /// `true` moves sessions and codes too.
    #[serde(default)]
    sessions: String,
}

impl ClockForm {
    fn check(&self) -> Option<Duration> {
        let number = self.number.trim().parse().ok().filter(|number| (1..=MOST).contains(number))?;
        match self.unit.as_str() {
            "minutes" => Duration::try_minutes(number),
            "hours" => Duration::try_hours(number),
            "days" => Duration::try_days(number),
            _ => None,
        }
    }
}

/// `GET /demo/orologio`.
pub async fn show(State(state): State<AppState>, Extension(ctx): Extension<Ctx>) -> Response {
    form(&state, &ctx, StatusCode::OK)
}

/// `POST /demo/orologio`.
pub async fn advance(State(state): State<AppState>, Extension(ctx): Extension<Ctx>, Form(posted): Form<ClockForm>) -> Response {
    let Some(by) = posted.check() else { return form(&state, &ctx, StatusCode::UNPROCESSABLE_ENTITY) };
    state.backend.clock.advance(by, posted.sessions == "true");
    Redirect::to("/demo/orologio").into_response()
}

fn form(state: &AppState, ctx: &Ctx, status: StatusCode) -> Response {
    let language = ctx.visitor.language;
    let problem = if status == StatusCode::OK { "" } else { demo::BAD_NUMBER.get(language) };
    let (described, message) = if problem.is_empty() {
        (String::new(), String::new())
    } else {
        (
            " aria-invalid=\"true\" aria-describedby=\"number-problem\"".to_owned(),
            format!("<p class=\"msg\" id=\"number-problem\" role=\"alert\">{problem}</p>"),
        )
    };
    let units = [("minutes", demo::MINUTES), ("hours", demo::HOURS), ("days", demo::DAYS)];
    let units: String =
        units.iter().map(|(value, word)| format!("<option value=\"{value}\">{}</option>", word.get(language))).collect();
    let main = format!(
        "<p>{text}</p><div class=\"card-p narrow\"><dl class=\"dl\"><dt>{now_word}</dt><dd>{now}</dd><dt>{session_word}</dt><dd>{session_now}</dd></dl>\
         <form method=\"post\" action=\"/demo/orologio\" novalidate>\
         <div class=\"f\"><label for=\"number\">{forward}</label>{message}\
         <input id=\"number\" name=\"number\" class=\"form-control w-s\" inputmode=\"numeric\" value=\"1\"{described}></div>\
         <div class=\"f\"><label for=\"unit\">{unit}</label><select id=\"unit\" name=\"unit\" class=\"form-select w-m\">{units}</select></div>\
         <div class=\"chk\"><input id=\"sessions\" name=\"sessions\" type=\"checkbox\" value=\"true\">\
         <label for=\"sessions\">{sessions}</label></div>\
         <p class=\"btns\"><button class=\"btn btn-primary\" type=\"submit\">{move_word}</button></p></form></div>",
        text = demo::CLOCK_TEXT.get(language),
        now_word = demo::NOW.get(language),
        now = in_rome(state.backend.clock.now()),
        session_word = demo::SESSION_NOW.get(language),
        session_now = in_rome(state.backend.clock.session_now()),
        forward = demo::FORWARD_BY.get(language),
        unit = demo::UNIT.get(language),
        sessions = demo::SESSIONS_TOO.get(language),
        move_word = demo::MOVE.get(language),
    );
    page(state, ctx, status, demo::CLOCK.get(language), &main)
}
