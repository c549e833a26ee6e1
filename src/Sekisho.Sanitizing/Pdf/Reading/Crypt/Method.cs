namespace Sekisho.Sanitizing.Pdf.Reading.Crypt;

/// <summary>How a class of data is encrypted.</summary>
internal enum Method { None, Rc4, Aes }
