package org.penumbra.view.fooling;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.penumbra.data.FileName;
import org.penumbra.live.fooling.AttackedModel;
import org.penumbra.live.fooling.FoolingPlan;
import org.penumbra.live.fooling.FoolingRecording;
import org.penumbra.live.fooling.KeyImage;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.paint.ArgbImage;
import org.penumbra.paint.PngFile;

/** The images of an attack as files, one for each victim and trial that is shown, as the networks saw them: 28 x 28 pixels. */
final class FoolingImages {

    private FoolingImages() {}

    /** What the files are called: victim by victim, and of each the trials in their order. */
    static List<String> names(FoolingPlan plan) {
        List<String> names = new ArrayList<>();
        List<String> victims = victims(plan);
        for (int victim = 0; victim < victims.size(); victim++) {
            boolean attacked = plan.victims().get(victim).suits(plan.attack());
            for (int trial = 0; attacked && trial < plan.shown(); trial++) {
                names.add(name(plan, victims.get(victim), trial));
            }
        }
        return names;
    }

    private static List<String> victims(FoolingPlan plan) {
        return FileName.allOf(plan.victims().stream().map(AttackedModel::name).toList());
    }

    private static String name(FoolingPlan plan, String victim, int trial) {
        return victim + "-as-" + plan.settings().target(trial) + ".png";
    }

    /** Writes the last image of each trial into a folder. */
    static void write(FoolingRecording recording, Path folder) throws IOException {
        List<String> victims = victims(recording.plan());
        for (int victim = 0; victim < recording.victims().size(); victim++) {
            List<List<KeyImage>> ways = recording.victims().get(victim).images();
            for (int trial = 0; trial < ways.size(); trial++) {
                List<KeyImage> way = ways.get(trial);
                PngFile.write(
                        picture(way.get(way.size() - 1).pixels()),
                        folder.resolve(name(recording.plan(), victims.get(victim), trial)));
            }
        }
    }

    private static ArgbImage picture(byte[] pixels) {
        int[] argb = new int[pixels.length];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xFF000000 | (pixels[i] & 0xFF) * 0x010101;
        }
        return new ArgbImage(argb, ImageSettings.SIDE, ImageSettings.SIDE);
    }
}
