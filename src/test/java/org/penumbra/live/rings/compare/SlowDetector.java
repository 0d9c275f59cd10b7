package org.penumbra.live.rings.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.penumbra.detector.Description;
import org.penumbra.detector.Detector;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitException;
import org.penumbra.detector.FitStopped;
import org.penumbra.detector.FitWatcher;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.softmax.MaxSoftmax;
import org.penumbra.net.Evidence;

/**
 * Only pretends: its fit takes until it is allowed to end, or is stopped, and writes down what it was fitted on.
 *
 * @param name tells two apart
 * @param part what it is fitted on
 * @param log  shared by all that are equal
 */
record SlowDetector(String name, Evidence.Part part, Log log) implements Detector {

    /** What became of its fits. */
    static final class Log {
        final List<float[]> fits = Collections.synchronizedList(new ArrayList<>());
        final CountDownLatch begun = new CountDownLatch(1);
        volatile boolean mayEnd;
        volatile boolean refuses;
        volatile int stopped;
        volatile int looks;
    }

    SlowDetector(String name, Evidence.Part part) {
        this(name, part, new Log());
    }

    @Override
    public Description about() {
        return new Description(name, name, "s", "nothing", "this test", 0.5, List.of());
    }

    @Override
    public Set<Evidence.Part> needs() {
        return EnumSet.of(part);
    }

    @Override
    public Fitted fit(FitData data, FitWatcher watcher) {
        log.fits.add(
                part == Evidence.Part.INPUTS
                        ? data.train().inputs()
                        : data.train().logits());
        log.begun.countDown();
        try {
            do {
                watcher.at(0.5);
                log.looks++;
                TimeUnit.MILLISECONDS.sleep(2);
            } while (!log.mayEnd);
        } catch (FitStopped stop) {
            log.stopped++;
            throw stop;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (log.refuses) {
            throw FitException.of(this, "class 1: expected 3 points, but there are 2; paint more");
        }
        return part == Evidence.Part.INPUTS ? new RightHalf(about()) : new MaxSoftmax().of(data.classes());
    }
}
