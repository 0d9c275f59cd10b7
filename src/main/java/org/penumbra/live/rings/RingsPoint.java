package org.penumbra.live.rings;

/**
 * One point of the training curves; none is lost between engine and view.
 *
 * @param generation         the run it belongs to, as in {@link RingsFrame}
 * @param step               training steps done
 * @param classificationLoss mean cross-entropy of the batches since the last point, of the last 25 at least where there
 *                           were so many; nats
 * @param reconstructionLoss mean squared reconstruction error of those batches, squared data units
 * @param accuracy           share of the clean training points answered right by y, 0 to 1
 * @param aurocWithoutGamma  AUROC of the confidence without Gamma, on against off the data, 0 to 1, or NaN
 * @param aurocWithGamma     the same with Gamma
 */
public record RingsPoint(
        int generation,
        long step,
        double classificationLoss,
        double reconstructionLoss,
        double accuracy,
        double aurocWithoutGamma,
        double aurocWithGamma) {}
