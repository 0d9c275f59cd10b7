package org.penumbra.data.ink;

import java.util.ArrayList;
import java.util.List;

/** The parts that ink consists of: pixels with ink that touch each other, be it at a corner. */
final class InkParts {

    /** A part with less than this share of the largest one's pixels is a speck, and no stroke of a digit. */
    private static final double LEAST_SHARE = 1 / 32.0;

    /** The largest part of a digit has at least this share of its ink. */
    private static final double FAIR_SHARE = 1 / 4.0;

    private final Ink ink;
    private final int[] part;
    private final int[] waiting;
    private final List<Integer> sizes = new ArrayList<>();

    InkParts(Ink ink) {
        this.ink = ink;
        part = new int[ink.amount().length];
        waiting = new int[ink.amount().length];
        for (int i = 0; i < part.length; i++) {
            if (ink.amount()[i] > 0 && part[i] == 0) {
                flood(i);
            }
        }
    }

    /** The ink without its specks. */
    Ink withoutSpecks() {
        double least = LEAST_SHARE * largest();
        float[] amount = ink.amount().clone();
        for (int i = 0; i < amount.length; i++) {
            if (part[i] > 0 && sizes.get(part[i] - 1) < least) {
                amount[i] = 0;
            }
        }
        return new Ink(ink.width(), ink.height(), amount);
    }

    /** Whether it is all specks, as noise is: no part has a fair share of the whole. */
    boolean areSpecks() {
        return largest() < FAIR_SHARE * sizes.stream().mapToInt(size -> size).sum();
    }

    private int largest() {
        return sizes.stream().mapToInt(size -> size).max().orElse(0);
    }

    /** Gives all pixels of a part its number, counted from 1. */
    private void flood(int start) {
        int number = sizes.size() + 1;
        int size = 0;
        int count = 0;
        part[start] = number;
        waiting[count++] = start;
        while (count > 0) {
            int pixel = waiting[--count];
            size++;
            int x = pixel % ink.width();
            int y = pixel / ink.width();
            for (int row = Math.max(0, y - 1); row <= Math.min(ink.height() - 1, y + 1); row++) {
                for (int column = Math.max(0, x - 1); column <= Math.min(ink.width() - 1, x + 1); column++) {
                    int near = row * ink.width() + column;
                    if (ink.amount()[near] > 0 && part[near] == 0) {
                        part[near] = number;
                        waiting[count++] = near;
                    }
                }
            }
        }
        sizes.add(size);
    }
}
