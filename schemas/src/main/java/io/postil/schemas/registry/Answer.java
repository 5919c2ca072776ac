package io.postil.schemas.registry;

import java.util.function.Function;

/** What came of asking a registry. */
public sealed interface Answer<T> {

    /** The answer with its value changed, if it has one. */
    <R> Answer<R> map(Function<T, R> change);

    /** The next question's answer, if this one has a value. */
    <R> Answer<R> then(Function<T, Answer<R>> next);

    /** The registry did what was asked. */
    record Given<T>(T value) implements Answer<T> {
        @Override
        public <R> Answer<R> map(Function<T, R> change) {
            return new Given<>(change.apply(value));
        }

        @Override
        public <R> Answer<R> then(Function<T, Answer<R>> next) {
            return next.apply(value);
        }
    }

    /**
     * The registry understood and said no; asking again gives the same answer.
     *
     * @param status of HTTP
     * @param code the registry's own {@code error_code}, or the status where it gave none
     * @param message in the registry's words
     */
    record Refused<T>(int status, int code, String message) implements Answer<T> {
        @Override
        public <R> Answer<R> map(Function<T, R> change) {
            return new Refused<>(status, code, message);
        }

        @Override
        public <R> Answer<R> then(Function<T, Answer<R>> next) {
            return new Refused<>(status, code, message);
        }

        /** The credentials are missing or wrong, or do not reach that far. */
        public boolean forbidden() {
            return status == 401 || status == 403;
        }

        @Override
        public String toString() {
            return "HTTP " + status + ", code " + code + ": " + message;
        }
    }

    /**
     * No registry gave an answer that can be used, however often it was asked.
     *
     * @param detail where and why, without credentials
     */
    record Away<T>(String detail) implements Answer<T> {
        @Override
        public <R> Answer<R> map(Function<T, R> change) {
            return new Away<>(detail);
        }

        @Override
        public <R> Answer<R> then(Function<T, Answer<R>> next) {
            return new Away<>(detail);
        }
    }
}
