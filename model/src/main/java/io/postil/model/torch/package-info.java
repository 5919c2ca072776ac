/**
 * Models run and trained by DJL's PyTorch engine, from TorchScript archives that this package writes itself. The only package
 * that imports ai.djl.
 */
package io.postil.model.torch;
