using System.Text;
using Sekisho.Platform.Notifications;
using Sekisho.Shell.Language;

namespace Sekisho.Shell.Notices;

/// <summary>Makes the sentence of a notice: the words of its key with {name} replaced by its arguments.</summary>
public static class NoticeWords
{
    public static string Notice(this Words words, Notification notice) => Fill(words[notice.Key], notice.Args);

    internal static string Fill(string template, IReadOnlyDictionary<string, string> arguments)
    {
        var text = new StringBuilder(template.Length);
        for (var i = 0; i < template.Length; i++)
        {
            var end = template[i] == '{' ? template.IndexOf('}', i) : -1;
            if (end > 0 && arguments.TryGetValue(template[(i + 1)..end], out var value))
            {
                text.Append(value);
                i = end;
            }
            else text.Append(template[i]);
        }
        return text.ToString();
    }
}
