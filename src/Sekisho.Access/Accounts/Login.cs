using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Sekisho.Shell.Forms;

namespace Sekisho.Access.Accounts;

/// <summary>The name typed at sign-in.</summary>
internal static class Login
{
    public const int Longest = 64;

    /// <summary>Half width, lower case, no blanks around: ｓ１２０４５ and S12045 are s12045.</summary>
    public static string Normalise(string typed) => PostedForm.HalfWidth(typed).ToLowerInvariant();

    public static bool IsWellFormed(string login) =>
        login.Length is > 0 and <= Longest && login.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_' or '.' or '@');

    /// <summary>What attempts are counted under, the same for a login that does not exist.</summary>
    public static string Key(string login) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"sekisho-login:{login}"))).AsSpan(0, 16));
}
