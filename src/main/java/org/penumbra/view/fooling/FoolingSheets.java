package org.penumbra.view.fooling;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.penumbra.fooling.FoolingSettings;
import org.penumbra.fooling.GradientAttack;
import org.penumbra.live.fooling.AttackedModel;
import org.penumbra.live.fooling.FoolingPlan;
import org.penumbra.live.fooling.FoolingRecording;
import org.penumbra.live.fooling.KeyImage;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.paint.ArgbImage;
import org.penumbra.paint.TileSheet;
import org.penumbra.view.fooling.trial.TrialWords;
import org.penumbra.view.widget.NumberScale;

/** A recorded attack as pictures: one of its present or last images, and the pictures of its animation. */
final class FoolingSheets {

    /** Pictures of an animation, besides the last. */
    static final int MOST_PICTURES = 150;

    private static final int LARGE = 8;
    private static final int SMALL = 2;

    private final FoolingRecording recording;
    private final FoolingPlan plan;
    private final boolean many;
    private final Protocol protocol;
    private final TrialWords words;

    FoolingSheets(FoolingRecording recording) {
        this.recording = recording;
        plan = recording.plan();
        many = plan.shown() > 1;
        protocol = Protocol.of(plan.protocol());
        words = new TrialWords(protocol.unit());
    }

    /** The newest images. */
    ArgbImage last() {
        return sheet(Integer.MAX_VALUE);
    }

    /** The steps of the animation: those of which some victim has an image, at most {@link #MOST_PICTURES} and the last. */
    List<Integer> steps() {
        TreeSet<Integer> all = new TreeSet<>();
        recording
                .victims()
                .forEach(victim -> victim.images().forEach(way -> way.forEach(image -> all.add(image.step()))));
        List<Integer> sorted = new ArrayList<>(all);
        List<Integer> taken = new ArrayList<>();
        int count = Math.min(MOST_PICTURES, sorted.size());
        for (int i = 0; i < count; i++) {
            taken.add(sorted.get((int) ((long) i * sorted.size() / count)));
        }
        if (!sorted.isEmpty() && taken.get(count - 1) < sorted.get(sorted.size() - 1)) {
            taken.add(sorted.get(sorted.size() - 1));
        }
        return taken;
    }

    /** How it stood at a step; a trial that had ended stays as it ended. */
    ArgbImage sheet(int step) {
        FoolingSettings settings = plan.settings();
        List<TileSheet.Row> rows = new ArrayList<>();
        List<TileSheet.Tile> single = new ArrayList<>();
        for (int v = 0; v < plan.victims().size(); v++) {
            String name = plan.victims().get(v).name();
            List<String> classes = plan.victims().get(v).model().classes();
            List<TileSheet.Tile> tiles = new ArrayList<>();
            for (int trial = 0; trial < plan.shown(); trial++) {
                String above = many ? classes.get(settings.target(trial)) : name;
                tiles.add(tile(above, way(v, trial), plan.victims().get(v), step));
            }
            rows.add(new TileSheet.Row(name, tiles));
            single.addAll(tiles);
        }
        String start = plan.attack() instanceof GradientAttack attack
                ? ", from " + attack.start().title().toLowerCase(Locale.ROOT)
                : "";
        String note = "tau " + NumberScale.text(settings.tau()) + ", seed " + settings.seed() + start;
        return new TileSheet(
                        title(),
                        note,
                        many ? rows : List.of(new TileSheet.Row("", single)),
                        ImageSettings.SIDE,
                        many ? SMALL : LARGE,
                        settings.tau())
                .draw();
    }

    /** Names the attack as the window does. */
    String title() {
        String target =
                plan.victims().get(0).model().classes().get(plan.settings().target(0));
        return "Attack \"" + protocol.title() + "\" " + (many ? "on all classes" : "towards \"" + target + "\"");
    }

    /** Empty where the victim is left alone. */
    private List<KeyImage> way(int victim, int trial) {
        List<List<KeyImage>> ways = recording.victims().get(victim).images();
        return ways.isEmpty() ? List.of() : ways.get(trial);
    }

    private TileSheet.Tile tile(String above, List<KeyImage> way, AttackedModel victim, int step) {
        KeyImage shown = null;
        for (KeyImage image : way) {
            shown = image.step() <= step ? image : shown;
        }
        if (shown == null) {
            return new TileSheet.Tile(
                    above, new byte[ImageSettings.PIXELS], victim.suits(plan.attack()) ? "" : "no gradient", 0);
        }
        String below = score(shown.score()) + (many ? "" : ", " + words.at(shown.step()));
        return new TileSheet.Tile(above, shown.pixels(), below, beside(victim, shown.score()));
    }

    private double beside(AttackedModel victim, double score) {
        double tau = plan.settings().tau();
        return victim.threshold(tau).beside(score, tau);
    }

    /** The sheet's font has no small digits for a power of ten. */
    private static String score(double score) {
        return score > 0 && score < 1e-4 ? String.format(Locale.ROOT, "%.0e", score) : TrialWords.score(score);
    }
}
