package io.postil.trainer;

import io.postil.model.ClassifierFactory;
import io.postil.trainer.parts.ReplayData;
import io.postil.trainer.parts.StarterModels;
import io.postil.trainer.runs.Attempts;

/**
 * What a trainer is put together from.
 *
 * @param classifiers in fp32, so that a checkpoint read back can be compared with memory
 */
public record TrainerParts(
        StarterModels starters, ReplayData replay, ClassifierFactory classifiers, Attempts attempts) {}
