package org.penumbra.live.train;

import java.util.Optional;
import org.penumbra.course.ImagePlan;
import org.penumbra.data.image.ImageSet;

/**
 * What an image network is to learn and what is to be seen meanwhile.
 *
 * @param course  what is trained, on which images, and when that is enough
 * @param unknown images of no class of the data, whose errors are shown beside those of held-out images; may be empty
 */
public record TrainingPlan(ImagePlan course, Optional<ImageSet> unknown) {}
