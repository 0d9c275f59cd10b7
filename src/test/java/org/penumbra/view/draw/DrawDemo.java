package org.penumbra.view.draw;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javafx.animation.AnimationTimer;
import javafx.scene.control.Button;
import org.penumbra.archive.Models;
import org.penumbra.data.Position;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.ink.Stroke;
import org.penumbra.kit.ImageModels;
import org.penumbra.kit.window.Demo;
import org.penumbra.live.draw.AnswerSession;
import org.penumbra.net.image.TrainedModel;
import org.penumbra.view.data.DataSources;
import org.penumbra.view.data.ImageDataPart;
import org.penumbra.view.draw.answer.DrawCard;
import org.penumbra.view.draw.answer.DrawModel;
import org.penumbra.view.draw.answer.Tested;
import org.penumbra.view.draw.input.Base;
import org.penumbra.view.shell.LabEntry;
import org.penumbra.view.shell.ModelEntry;
import org.penumbra.view.widget.form.NumberSlider;

/**
 * Shows the drawing lab with the models that ship, to be looked at. Arguments: those of every {@link Demo}, and "noise" or
 * "empty" or "drawn" in place of a digit, "turned" (by 60 degrees), "fashion" (models), "common" (one alpha), "bare" (a model that cannot be calibrated), "tour",
 * "tau=0.99", "cards=6", "live" (circles are drawn all the time; prints what that costs).
 */
final class DrawDemo extends Demo {

    private DrawLab lab;

    private DrawDemo(String... arguments) {
        super(arguments);
    }

    public static void main(String[] arguments) throws Exception {
        new DrawDemo(arguments).run();
    }

    @Override
    protected void open() {
        fill(
                ImageDataPart.of(data(), DataSources.shipped()),
                new LabEntry("Draw", "", context -> lab = new DrawLab(AnswerSession::new, context)));
    }

    @Override
    protected void shown() {
        set(lab.model());
        if (has("turned")) {
            ((NumberSlider) stage().getScene().lookup("#rotation")).setValue(60);
        }
        if (has("live")) {
            new Scribbler().start();
        }
        if (has("tour")) {
            ((Button) stage().getScene().lookup("#tour")).fire();
        }
    }

    @Override
    protected boolean isSettled() {
        return lab.model().cards().stream().allMatch(this::isSettled);
    }

    /** Draws circles with every pulse, and prints now and then what that costs the UI's thread. */
    private final class Scribbler extends AnimationTimer {

        private int pulses;
        private int answers;
        private int asked;
        private long since;
        private long busy;

        Scribbler() {
            lab.model().cards().get(0).answerProperty().addListener((observed, before, now) -> answers++);
        }

        @Override
        public void handle(long now) {
            double angle = 0.06 * pulses;
            Position at = new Position(50 + 30 * Math.cos(angle), 50 + 30 * Math.sin(angle));
            if (pulses % 100 == 0) {
                lab.input().clear();
                lab.input().penDown(at);
            } else {
                lab.input().penTo(List.of(at));
            }
            asked++;
            if (++pulses % 50 == 0) {
                long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                System.out.printf(
                        Locale.ROOT,
                        "%.0f pulses/s, %.0f answers/s, %.1f ms of the UI's thread a pulse%n",
                        asked * 1e9 / (now - since),
                        answers * 1e9 / (now - since),
                        (used - busy) / 1e6 / asked);
                since = now;
                busy = used;
                answers = 0;
                asked = 0;
            }
        }
    }

    private boolean isSettled(DrawCard card) {
        boolean answered = card.answerProperty().get() != null
                && !card.answerProperty().get().gammaDue();
        return (has("empty") || answered) && !(card.testedProperty().get() instanceof Tested.Waiting);
    }

    private void set(DrawModel model) {
        if (has("fashion")) {
            for (DrawCard card : new ArrayList<>(model.cards())) {
                model.others().stream()
                        .filter(one ->
                                one.name().equals("fashion-" + card.entry().name()))
                        .findFirst()
                        .ifPresent(one -> model.exchange(card, one));
            }
        }
        while (model.cards().size() < Integer.parseInt(value("cards", "0"))) {
            model.add(model.others().get(0));
        }
        model.sliders().tauProperty().set(Double.parseDouble(value("tau", "0.9")));
        if (has("bare")) {
            TrainedModel bare = ImageModels.withoutHeldOut(Models.shipped("mnist-dae-asym"));
            model.exchange(model.cards().get(3), new ModelEntry("bare", bare));
        }
        if (has("common")) {
            model.sliders().alphaProperty().set(40);
        }
        if (has("drawn")) {
            lab.draw(List.of(new Stroke(List.of(new Position(20, 15), new Position(35, 15), new Position(25, 45)))));
        } else if (!has("empty")) {
            lab.input().choose(input());
        }
    }

    private Base input() {
        float[] image = new BuiltInDigits(4, 1, 3).make().training().image(3);
        Random random = new Random(7);
        for (int i = 0; has("noise") && i < image.length; i++) {
            image[i] = 0.5f * random.nextFloat() + 0.5f * image[i];
        }
        return new Base.Still(has("noise") ? "noise 0.50" : "built-in digit", image);
    }
}
