package io.postil.model.batch;

import io.postil.model.ModelInfo;
import io.postil.model.Prediction;

/** A prediction, and the version that made it. */
public record Answer(Prediction prediction, ModelInfo model) {}
