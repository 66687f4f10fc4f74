//! What goes wrong at the browser's edge, and how it reaches JavaScript: `{ code, message }`.

use crate::article::ArticleError;

/// Something that went wrong: a stable word for programs, and the reason in full.
#[derive(Debug, Clone)]
pub(crate) struct Failure {
    /// A stable word, as in [`Gap::code`](crate::report::Gap::code).
    pub code: &'static str,
    /// The reason in full.
    pub message: String,
}

impl Failure {
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        Failure { code, message: message.into() }
    }
}

impl From<ArticleError> for Failure {
    fn from(error: ArticleError) -> Self {
        Failure::new(error.code(), error.to_string())
    }
}

#[cfg(target_arch = "wasm32")]
mod thrown {
    use super::Failure;
    use crate::library::LibraryError;
    use js_sys::{Error, Object, Reflect};
    use wasm_bindgen::{JsCast, JsValue};
    use web_sys::DomException;

    impl Failure {
        /// From what the browser's storage threw.
        pub fn storage(reason: &JsValue) -> Self {
            let quota = reason.dyn_ref::<DomException>().is_some_and(|e| e.name() == "QuotaExceededError");
            Failure::new(if quota { "quota" } else { "storage" }, describe(reason))
        }
    }

    impl From<Failure> for JsValue {
        fn from(failure: Failure) -> JsValue {
            let thrown = Object::new();
            // Setting a property of an object that was made just now cannot fail.
            let _ = Reflect::set(&thrown, &"code".into(), &failure.code.into());
            let _ = Reflect::set(&thrown, &"message".into(), &failure.message.into());
            thrown.into()
        }
    }

    impl From<LibraryError> for Failure {
        fn from(error: LibraryError) -> Self {
            Failure::new(error.code(), error.to_string())
        }
    }

    impl From<serde_wasm_bindgen::Error> for Failure {
        fn from(error: serde_wasm_bindgen::Error) -> Self {
            Failure::new("shape", error.to_string())
        }
    }

    /// What a thrown value says of itself.
    pub(crate) fn describe(reason: &JsValue) -> String {
        if let Some(exception) = reason.dyn_ref::<DomException>() {
            return format!("{}: {}", exception.name(), exception.message());
        }
        if let Some(error) = reason.dyn_ref::<Error>() {
            return String::from(error.message());
        }
        reason.as_string().unwrap_or_else(|| format!("{reason:?}"))
    }
}

#[cfg(target_arch = "wasm32")]
pub(crate) use thrown::describe;
