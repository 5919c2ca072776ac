/** Tokens and their places in the text, windows over long texts, and labels of tokens turned into spans. Pure functions. */
package io.postil.model.text;
