namespace Sekisho.Kernel.Facts;

/// <summary>The module whose commands and probes write a fact.</summary>
public enum ProducerModule { Organisation, Policy, Access, Registers, Assurance, Response, Gate, Watch, Zones }
