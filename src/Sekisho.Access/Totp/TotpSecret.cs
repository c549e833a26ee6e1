using System.Security.Cryptography;
using System.Text;
using Sekisho.Platform.Keys;

namespace Sekisho.Access.Totp;

/// <summary>A second factor's secret at rest and on its way through the set-up page: wrapped by the key file, bound to its account.</summary>
internal sealed class TotpSecret(KeyFile keys)
{
    public byte[] Wrap(byte[] secret, string accountId) => keys.Wrap(secret, Label("totp", accountId));

    public byte[] Unwrap(byte[] wrapped, string accountId) => keys.Unwrap(wrapped, Label("totp", accountId));

    /// <summary>For the hidden field of the set-up form: nothing is stored before the person proved to have scanned it.</summary>
    public string Offer(byte[] secret, string accountId) => Convert.ToBase64String(keys.Wrap(secret, Label("totp-offer", accountId)));

    /// <summary>The secret of an offer of ours to this account; null for anything else.</summary>
    public byte[]? Take(string offer, string accountId)
    {
        try
        {
            return keys.Unwrap(Convert.FromBase64String(offer), Label("totp-offer", accountId));
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return null; // the field was changed on its way: a new offer is made
        }
    }

    private static byte[] Label(string purpose, string accountId) => Encoding.UTF8.GetBytes(purpose + ":" + accountId);
}
