package org.penumbra.view.draw.input;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.penumbra.data.Seeds;
import org.penumbra.data.image.KnownImages;
import org.penumbra.live.engine.Background;
import org.penumbra.view.shell.DataDesk;
import org.penumbra.view.shell.FilePicker;
import org.penumbra.view.shell.LabContext;
import org.penumbra.view.shell.message.Message;

/**
 * Where an input can come from other than the pad: test images, letters, noise, pictures; and the images that are blended
 * in. What is random follows from one seed. It needs no screen.
 */
public final class InputSources {

    /** Strength of a fresh noise image, that of the paper's: every level from background to ink. */
    static final double USUAL_NOISE = 1;

    private final InputModel model;
    private final TestImages tests;
    private final PictureInput pictures;
    private final Letters letters = new Letters();
    private final SplittableRandom random;
    /** Which letter is next. */
    private int letter;

    /** @param seed of all random choices */
    public InputSources(InputModel model, LabContext context, long seed) {
        this(
                model,
                KnownImages.all(),
                context.data(),
                context.files(),
                context.background(),
                context.messages()::show,
                seed);
    }

    /**
     * @param published the data sets there may be
     * @param seed      of all random choices
     */
    public InputSources(
            InputModel model,
            List<KnownImages> published,
            DataDesk desk,
            FilePicker files,
            Background background,
            Consumer<Message> messages,
            long seed) {
        this.model = model;
        tests = new TestImages(published, desk, background, messages);
        pictures = new PictureInput(model, files, background, messages);
        random = new SplittableRandom(new Seeds(seed).data());
        // What was blended in comes from a data set; the share may be moved before there is one.
        model.modifiersProperty().addListener((observed, before, now) -> {
            if (now.share() > 0 && now.partner().isEmpty() && !(before.share() > 0)) {
                blendWithAnother();
            }
        });
    }

    /** Test images. */
    TestImages tests() {
        return tests;
    }

    /** Pictures from files and from the clipboard. */
    PictureInput pictures() {
        return pictures;
    }

    /** A random test image. */
    void randomTestImage() {
        tests.random(random, model::choose);
    }

    /** A letter, one of {@link Letters#ALL}, drawn on the pad. */
    void letter(char letter) {
        model.choose(letters.draw(letter));
    }

    /** The next letter of {@link Letters#DOUBTED_FIRST}, after the last one the first again. */
    void nextLetter() {
        letter(Letters.DOUBTED_FIRST.charAt(letter));
        letter = (letter + 1) % Letters.DOUBTED_FIRST.length();
    }

    /** An image of noise; each time another, as strong as the last one if that is shown. */
    void noiseImage() {
        double strength = model.baseProperty().get() instanceof Base.Noise noise ? noise.strength() : USUAL_NOISE;
        model.choose(new Base.Noise(strength, random.nextLong()));
    }

    /** Another test image to blend in. */
    void blendWithAnother() {
        tests.random(
                random,
                image -> model.modifiersProperty()
                        .set(model.modifiersProperty().get().withPartner(image)));
    }

    /** Other noise of the same strength. */
    void noiseAnew() {
        model.modifiersProperty().set(model.modifiersProperty().get().withNoiseSeed(random.nextLong()));
    }
}
