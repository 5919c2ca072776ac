package io.postil.model.torch;

/** The low-rank part of a linear module in training. */
record LowRank(int rank, double scale, double dropout) {}
