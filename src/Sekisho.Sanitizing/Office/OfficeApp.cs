namespace Sekisho.Sanitizing.Office;

/// <summary>Which of the three document families a package belongs to.</summary>
internal enum OfficeApp { Word, Sheet, Slides }
