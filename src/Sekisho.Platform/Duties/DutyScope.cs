namespace Sekisho.Platform.Duties;

/// <summary>Whether a duty is done once for the organ or once in every unit that has a holder of the role.</summary>
public enum DutyScope { Organ, Unit }
