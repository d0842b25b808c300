package demarche.code;

import org.jspecify.annotations.Nullable;

/**
 * A rule that was tried at a word.
 *
 * @param at the word that is its predicate
 * @param stopped the first step at which it stopped, in words; null when something was coded by it
 */
public record Tried(
        Ref at, Rule rule, Predicate predicate, @Nullable String stopped) {}
