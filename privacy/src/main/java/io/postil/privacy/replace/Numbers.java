package io.postil.privacy.replace;

/** Gives each value of a type its number, from 1. */
@FunctionalInterface
interface Numbers {
    int of(String type, String value);
}
