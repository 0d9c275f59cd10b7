package org.penumbra.view.draw.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.penumbra.data.ink.ImageChange;
import org.penumbra.data.ink.ImageChange.Half;

/**
 * What is changed about an image, always in this order: another image is blended in, half of it is blanked, it is
 * rotated, it is inverted, noise is added.
 *
 * @param partner   the image to blend in; without one nothing is blended
 * @param share     of the partner, 0 to 1
 * @param half      what is blanked, if anything is
 * @param rotation  degrees clockwise, -180 to 180
 * @param inverted  whether ink and background change places
 * @param noise     strength of the added noise, 0 to 1
 * @param noiseSeed which noise
 */
record Modifiers(
        Optional<Base.Still> partner,
        double share,
        Optional<Half> half,
        double rotation,
        boolean inverted,
        double noise,
        long noiseSeed) {

    /** Nothing is changed. */
    static final Modifiers NONE = new Modifiers(Optional.empty(), 0, Optional.empty(), 0, false, 0, 0);

    Modifiers {
        within("share", share, 0, 1);
        within("rotation", rotation, -180, 180);
        within("noise", noise, 0, 1);
    }

    /** Whether the image stays as it is. */
    boolean areNone() {
        return changes().isEmpty();
    }

    /** The changed image in an array of its own. */
    float[] apply(float[] image) {
        float[] changed = image.clone();
        for (ImageChange change : changes()) {
            changed = change.apply(changed);
        }
        return changed;
    }

    /** What is done, to follow an image's title: ", rotated 30°, noise 0.40"; empty when nothing is. */
    String words() {
        StringBuilder words = new StringBuilder();
        for (ImageChange change : changes()) {
            words.append(", ").append(words(change));
        }
        return words.toString();
    }

    private List<ImageChange> changes() {
        List<ImageChange> changes = new ArrayList<>();
        if (share > 0 && partner.isPresent()) {
            changes.add(new ImageChange.Blend(partner.get().pixels(), share));
        }
        half.ifPresent(side -> changes.add(new ImageChange.BlankHalf(side)));
        if (rotation != 0) {
            changes.add(new ImageChange.Rotation(rotation));
        }
        if (inverted) {
            changes.add(new ImageChange.Inversion());
        }
        if (noise > 0) {
            changes.add(new ImageChange.AddedNoise(noise, noiseSeed));
        }
        return changes;
    }

    private String words(ImageChange change) {
        if (change instanceof ImageChange.Blend) {
            return "blended with " + number(100 * share, 0) + " % of "
                    + partner.orElseThrow().title();
        } else if (change instanceof ImageChange.BlankHalf blank) {
            return blank.half().name().toLowerCase(Locale.ROOT) + " half blank";
        } else if (change instanceof ImageChange.Rotation) {
            return "rotated " + number(rotation, 0) + "\u00b0";
        } else if (change instanceof ImageChange.Inversion) {
            return "inverted";
        }
        return "noise " + number(noise);
    }

    /** A strength as titles have it. */
    static String number(double value) {
        return number(value, 2);
    }

    private static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    Modifiers withPartner(Base.Still image) {
        return new Modifiers(Optional.of(image), share, half, rotation, inverted, noise, noiseSeed);
    }

    Modifiers withShare(double number) {
        return new Modifiers(partner, number, half, rotation, inverted, noise, noiseSeed);
    }

    Modifiers withHalf(Optional<Half> side) {
        return new Modifiers(partner, share, side, rotation, inverted, noise, noiseSeed);
    }

    Modifiers withRotation(double degrees) {
        return new Modifiers(partner, share, half, degrees, inverted, noise, noiseSeed);
    }

    Modifiers withInverted(boolean turned) {
        return new Modifiers(partner, share, half, rotation, turned, noise, noiseSeed);
    }

    Modifiers withNoise(double strength) {
        return new Modifiers(partner, share, half, rotation, inverted, strength, noiseSeed);
    }

    Modifiers withNoiseSeed(long seed) {
        return new Modifiers(partner, share, half, rotation, inverted, noise, seed);
    }

    private static void within(String what, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(what + ": expected " + least + " to " + most + ", but got " + value);
        }
    }
}
