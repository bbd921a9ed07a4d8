//! The browser's `EventSource`. The server has none: there it never opens.

#[cfg(feature = "hydrate")]
pub use in_browser::Source;
#[cfg(not(feature = "hydrate"))]
pub use on_server::Source;

/// One thing heard.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(feature = "hydrate"), expect(dead_code, reason = "the server hears nothing"))]
pub enum Told {
    /// The stream is open.
    Hello {
        id: String,
    },
    Change {
        id: String,
        data: String,
    },
    Resync {
        id: String,
    },
    /// It broke; the browser tries again by itself unless it `is_over`.
    Broken {
        is_over: bool,
    },
}

#[cfg(feature = "hydrate")]
mod in_browser {
    use std::rc::Rc;

    use wasm_bindgen::JsCast;
    use wasm_bindgen::closure::Closure;
    use web_sys::{Event, EventSource, MessageEvent};

    use super::Told;

    /// An open stream; it closes when it is dropped.
    pub struct Source {
        source: EventSource,
        /// Alive as long as the stream may call them.
        _listeners: [Closure<dyn Fn(Event)>; 4],
    }

    impl Source {
        /// Opens a stream; none if the browser has no such thing.
        pub fn open(address: &str, told: impl Fn(Told) + 'static) -> Option<Self> {
            let source = EventSource::new(address).ok()?;
            let told = Rc::new(told);
            let stream = source.clone();
            let broken = Rc::clone(&told);
            let listeners = [
                listen(&source, "hello", &told, |event| Told::Hello { id: event.last_event_id() }),
                listen(&source, "change", &told, |event| Told::Change {
                    id: event.last_event_id(),
                    data: event.data().as_string().unwrap_or_default(),
                }),
                listen(&source, "resync", &told, |event| Told::Resync { id: event.last_event_id() }),
                Closure::new(move |_| broken(Told::Broken { is_over: stream.ready_state() == EventSource::CLOSED })),
            ];
            source.set_onerror(Some(listeners[3].as_ref().unchecked_ref()));
            Some(Self { source, _listeners: listeners })
        }
    }

    impl Drop for Source {
        fn drop(&mut self) {
            self.source.set_onerror(None);
            self.source.close();
        }
    }

    fn listen<F>(source: &EventSource, name: &str, told: &Rc<F>, read: fn(&MessageEvent) -> Told) -> Closure<dyn Fn(Event)>
    where
        F: Fn(Told) + 'static,
    {
        let told = Rc::clone(told);
        let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| told(read(event.unchecked_ref())));
        // it fails for names that are not text only
        let _ = source.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
        listener
    }
}

#[cfg(not(feature = "hydrate"))]
mod on_server {
    use super::Told;

    pub struct Source;

    impl Source {
        /// Never opens.
        pub fn open(_address: &str, _told: impl Fn(Told) + 'static) -> Option<Self> {
            None
        }
    }
}
