package org.penumbra.live.rings.compare;

import org.penumbra.data.plane.PointSet;
import org.penumbra.net.plane.PlaneSetup;

/**
 * A network of the plane at one moment of its training, as plain numbers; nobody changes them.
 *
 * @param generation counts the runs
 * @param step       training steps done
 * @param setup      of the run
 * @param points     it is trained on
 * @param parameters all weights and biases, in the order of the network
 */
public record PlaneMoment(int generation, long step, PlaneSetup setup, PointSet points, float[] parameters) {}
