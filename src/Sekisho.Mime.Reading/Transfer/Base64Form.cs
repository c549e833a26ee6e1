namespace Sekisho.Mime.Reading.Transfer;

/// <param name="Junk">Characters outside the alphabet, blanks aside.</param>
/// <param name="DataAfterPadding">Some readers stop at the padding, others go on: they see different files.</param>
/// <param name="Unpadded">The last group has no padding.</param>
internal readonly record struct Base64Form(int Junk, bool DataAfterPadding, bool Unpadded);
