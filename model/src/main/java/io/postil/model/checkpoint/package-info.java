/**
 * Checkpoint folders as Hugging Face lays them out: config.json, safetensors, PEFT adapters, and how tensors are named and
 * shaped. Nothing here runs a model.
 */
package io.postil.model.checkpoint;
