package org.penumbra.view.widget.symbol;

/**
 * Something of the mathematics that appears on screen, and what a person may ask about it.
 *
 * @param sign        as written beside its number ("α"); in the notation of {@link Formula}
 * @param name        in words ("sensitivity")
 * @param formula     how it is computed, in the notation of {@link Formula}; empty where there is none
 * @param explanation one or two plain sentences
 */
public record Symbol(String sign, String name, String formula, String explanation) {

    /** The same written shorter, where it is clear of what. */
    public Symbol written(String shorter) {
        return new Symbol(shorter, name, formula, explanation);
    }

    /** The same with another explanation. */
    public Symbol explained(String text) {
        return new Symbol(sign, name, formula, text);
    }
}
