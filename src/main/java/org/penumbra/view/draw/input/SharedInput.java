package org.penumbra.view.draw.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.penumbra.state.DrawState.Blend;
import org.penumbra.state.DrawState.Changes;
import org.penumbra.state.DrawnPicture;
import org.penumbra.state.DrawnPicture.TestImage;

/** What is put in, as a state holds it, and the way back. */
public final class SharedInput {

    private final InputModel model;
    private final TestImages tests;
    private final Letters letters = new Letters();

    /** @param sources gives test images */
    public SharedInput(InputModel model, InputSources sources) {
        this.model = model;
        this.tests = sources.tests();
    }

    /**
     * What is put in.
     *
     * @param lacking sentences on what no state can hold
     */
    public record Shared(DrawnPicture picture, Changes changes, List<String> lacking) {}

    /** What is put in now. */
    public Shared share() {
        List<String> lacking = new ArrayList<>();
        Modifiers modifiers = model.modifiersProperty().get();
        Optional<Blend> blend = Optional.empty();
        if (modifiers.share() > 0 && modifiers.partner().isPresent()) {
            blend = modifiers.partner().get().from().map(image -> new Blend(modifiers.share(), image));
            if (blend.isEmpty()) {
                lacking.add("The image that is blended in is no test image, and images themselves are not shared.");
            }
        }
        DrawnPicture picture = picture(model.baseProperty().get()).orElseGet(() -> {
            lacking.add("The image on the pad is from a file, or what an eraser left of one; images themselves are not "
                    + "shared.");
            return DrawnPicture.BLANK;
        });
        Changes changes = new Changes(
                model.brushWidthProperty().get(),
                model.fitProperty().get(),
                blend,
                modifiers.half(),
                modifiers.rotation(),
                modifiers.inverted(),
                modifiers.noise() > 0
                        ? Optional.of(new DrawnPicture.Noise(modifiers.noise(), modifiers.noiseSeed()))
                        : Optional.empty());
        return new Shared(picture, changes, lacking);
    }

    private Optional<DrawnPicture> picture(Base base) {
        if (base instanceof Base.Noise noise) {
            return Optional.of(new DrawnPicture.Noise(noise.strength(), noise.seed()));
        } else if (base instanceof Base.Still still) {
            return still.from().map(DrawnPicture.class::cast);
        }
        Base.Drawing drawing = (Base.Drawing) base;
        return Letters.ALL
                .chars()
                .mapToObj(letter -> (char) letter)
                .filter(letter -> letters.draw(letter).equals(drawing))
                .findFirst()
                .<DrawnPicture>map(DrawnPicture.Letter::new)
                .or(() -> Optional.of(new DrawnPicture.Drawing(drawing.strokes())));
    }

    /**
     * Puts it in. Test images come when their data set has been read; until then the pad is blank.
     *
     * @param absent receives what to say of an image that there is not
     */
    public void setUp(DrawnPicture picture, Changes changes, Consumer<String> absent) {
        Modifiers modifiers = new Modifiers(
                Optional.empty(),
                0,
                changes.half(),
                changes.rotation(),
                changes.inverted(),
                changes.noise().map(DrawnPicture.Noise::strength).orElse(0.0),
                changes.noise().map(DrawnPicture.Noise::seed).orElse(0L));
        model.make(new Recipe(base(picture), changes.brush(), changes.fit(), modifiers));
        DigitInput begun = model.inputProperty().get();
        if (picture instanceof TestImage image) {
            // Whoever has put in something else meanwhile keeps it.
            tests.image(image, still -> ifStill(begun, () -> model.choose(still)), absent);
        }
        changes.blend().ifPresent(blend -> tests.image(blend.image(), still -> blend(blend, still), absent));
    }

    private void ifStill(DigitInput begun, Runnable action) {
        if (model.baseProperty().get().equals(Base.Drawing.BLANK)
                || model.inputProperty().get() == begun) {
            action.run();
        }
    }

    private void blend(Blend blend, Base.Still still) {
        Modifiers now = model.modifiersProperty().get();
        if (now.partner().isEmpty()) {
            model.modifiersProperty().set(now.withPartner(still).withShare(blend.share()));
        }
    }

    private Base base(DrawnPicture picture) {
        if (picture instanceof DrawnPicture.Drawing drawing) {
            return new Base.Drawing(Base.Drawing.BLANK.name(), drawing.strokes());
        } else if (picture instanceof DrawnPicture.Letter letter) {
            return letters.draw(letter.letter());
        } else if (picture instanceof DrawnPicture.Noise noise) {
            return new Base.Noise(noise.strength(), noise.seed());
        }
        return Base.Drawing.BLANK;
    }
}
