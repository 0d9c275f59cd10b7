package org.penumbra.view.fooling;

import java.util.function.Function;
import java.util.stream.Stream;
import org.penumbra.fooling.Attack;
import org.penumbra.fooling.EvolutionAttack;
import org.penumbra.fooling.GradientAttack;
import org.penumbra.fooling.descent.GeneratorStart;
import org.penumbra.fooling.encoding.CppnEncoding;
import org.penumbra.fooling.encoding.DirectEncoding;

/** The attacks one may choose from. */
enum Protocol {

    /** Plain gradient descent, as in the paper. */
    PAPER(
            "paper",
            "Paper: gradient descent",
            "Plain gradient descent on the weights of a generator, as in the paper.",
            "step",
            GradientAttack::paper),
    /** Adam. */
    STRONG(
            "strong",
            "Strong: Adam",
            "The same generator, moved by Adam: faster, and it gets around gradients that vanish.",
            "step",
            GradientAttack::strong),
    /** Evolution of pixels. */
    DIRECT(
            "evolution-direct",
            "Evolved pixels",
            "No gradient: images are bred, each pixel on its own. A step is a generation.",
            "generation",
            start -> EvolutionAttack.of(new DirectEncoding())),
    /** Evolution of pattern networks. */
    CPPN(
            "evolution-cppn",
            "Evolved patterns",
            "No gradient: small networks that paint regular patterns (CPPN) are bred.",
            "generation",
            start -> EvolutionAttack.of(new CppnEncoding()));

    private final String id;
    private final String title;
    private final String about;
    private final String unit;
    private final Function<GeneratorStart, Attack> attack;

    Protocol(String id, String title, String about, String unit, Function<GeneratorStart, Attack> attack) {
        this.id = id;
        this.title = title;
        this.about = about;
        this.unit = unit;
        this.attack = attack;
    }

    /** The protocol with this {@link #id}. */
    static Protocol of(String id) {
        return Stream.of(values())
                .filter(protocol -> protocol.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected the id of a protocol, but got " + id));
    }

    /** The name that programs read, as in tables. */
    String id() {
        return id;
    }

    /** The name for people, everywhere. */
    String title() {
        return title;
    }

    /** A sentence. */
    String about() {
        return about;
    }

    /** What a step of it is called. */
    String unit() {
        return unit;
    }

    /** Whether it moves a generator, so that it matters how that starts. */
    boolean hasStart() {
        return this == PAPER || this == STRONG;
    }

    /** @param start of the generator, where it moves one */
    Attack attack(GeneratorStart start) {
        return attack.apply(start);
    }

    @Override
    public String toString() {
        return title;
    }
}
