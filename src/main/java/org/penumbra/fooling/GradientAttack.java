package org.penumbra.fooling;

import org.penumbra.data.Seeds;
import org.penumbra.fooling.descent.AdamDescent;
import org.penumbra.fooling.descent.FoolingGenerator;
import org.penumbra.fooling.descent.GeneratorStart;
import org.penumbra.fooling.descent.PlainDescent;
import org.penumbra.fooling.descent.UpdateRule;
import org.penumbra.fooling.victim.Victim;

/**
 * The paper's attack: a fooling generator network {@code x = sigmoid(W z + b)} whose W and b are moved so that
 * {@code -ln y~_t} falls, the cross-entropy between the frozen victim's scores and the target class. The gradient goes
 * through the scaled outputs, the confidence included. Source: G. Spigler, Denoising Autoencoders for Overgeneralization in
 * Neural Networks, after Kardan and Stanley, Mitigating Fooling with Competitive Overcomplete Output Layer Neural Networks,
 * 2017.
 *
 * @param rule  how W and b move
 * @param start how they begin
 */
public record GradientAttack(UpdateRule rule, GeneratorStart start) implements Attack {

    /**
     * The learning rate of the strong protocol: the round one nearest to the 0.01 it was meant to have at which the shipped
     * mnist-cnn is fooled in 200 of 200 trials at tau 90 and 99 %. With 0.01 the first step drives most pixels to black or
     * white, where a sigmoid has no slope, and a tenth of the trials get stuck. Smaller rates can be stronger against
     * autoencoders; src/docs/fooling.md has figures.
     */
    public static final double STRONG_RATE = 0.005;

    /** From grey. */
    public GradientAttack(UpdateRule rule) {
        this(rule, GeneratorStart.GREY);
    }

    /** Plain gradient descent, as in the paper, from grey. */
    public static GradientAttack paper() {
        return paper(GeneratorStart.GREY);
    }

    /** Plain gradient descent, as in the paper, at the rate that was calibrated for the start. */
    public static GradientAttack paper(GeneratorStart start) {
        return new GradientAttack(new PlainDescent(start.paperRate()), start);
    }

    /** Adam, from grey. */
    public static GradientAttack strong() {
        return strong(GeneratorStart.GREY);
    }

    /** Adam. */
    public static GradientAttack strong(GeneratorStart start) {
        return new GradientAttack(new AdamDescent(STRONG_RATE), start);
    }

    /**
     * The image that the first trial begins with.
     *
     * @param dimensions D, numbers in it
     * @param seed       of {@link FoolingSettings}
     */
    public float[] firstImage(int dimensions, long seed) {
        float[] image = new float[dimensions];
        generator(dimensions, seed, 0).draw(image, 0);
        return image;
    }

    /**
     * The generator of a trial, so that trials can be made in parts: those of a run of 200 are numbers 0 to 199.
     *
     * @param dimensions D, numbers in an input
     * @param seed       of {@link FoolingSettings}
     * @param trial      its number, at least 0
     */
    public FoolingGenerator generator(int dimensions, long seed, int trial) {
        return new FoolingGenerator(dimensions, Seeds.item(new Seeds(seed).attacks(), trial), start, rule);
    }

    @Override
    public boolean needsGradient() {
        return true;
    }

    @Override
    public FoolingRun start(Victim victim, FoolingSettings settings) {
        return new GradientRun(victim, settings, this);
    }
}
