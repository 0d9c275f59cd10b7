package org.penumbra.view.train;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.penumbra.view.lab.PlayedTime;
import org.penumbra.view.widget.NumberScale;

/** What would be lost, in words. */
final class StakeWords {

    private StakeWords() {}

    /** What is lost when the window closes: the present run and checkpoints of others; empty where that is little. */
    static String ofWindow(TrainModel model) {
        List<String> sentences = new ArrayList<>();
        if (model.isSound() && PlayedTime.isMuch(model.time().unsaved())) {
            sentences.add("The run of "
                    + run(
                            model.setupProperty().get(),
                            model.statusProperty().get().step(),
                            model.time().unsaved()) + ", is in no file: save the model or a checkpoint to keep it.");
        }
        for (Milestone one : model.milestones().all()) {
            if (one.isMuch() && !isOnTheWay(one, model)) {
                sentences.add("The checkpoint of " + of(one) + ", is in no file.");
            }
        }
        return String.join("\n", sentences);
    }

    /** What is lost when a checkpoint has to go to make room for another one. */
    static String ofMilestone(Milestone one) {
        return "Only " + Milestones.MOST + " checkpoints are kept at a time. To make room, the one of " + of(one)
                + ", would go; it is in no file.";
    }

    /** A checkpoint, as in "mnist-cnn at step 931, 12 minutes of training". */
    static String of(Milestone one) {
        return run(one.setup(), one.step(), one.unsaved());
    }

    private static String run(TrainSetup setup, long step, Duration length) {
        String name = setup.preset().name() + " at step " + NumberScale.grouped(step);
        return PlayedTime.isMuch(length) ? name + ", " + PlayedTime.words(length) + " of training" : name;
    }

    /** Whether the present run went on from it, or came by it. */
    private static boolean isOnTheWay(Milestone one, TrainModel model) {
        return model.isSound()
                && one.setup() == model.setupProperty().get()
                && one.step() <= model.statusProperty().get().step();
    }
}
