import { useTranslations } from 'next-intl';
import type { StaffRefusal } from '#lib/client/team/staff-state.ts';

/** A sentence that says what to do after a refused sign-in. @param atCode six digits were asked for */
export function useRefusalText(): (refusal: StaffRefusal, atCode: boolean) => string {
  const t = useTranslations('team.signIn.refused');
  return ({ code, seconds }, atCode) => {
    switch (code) {
      case 'wrong_credentials':
        return atCode ? t('wrong_code') : t('wrong_credentials');
      case 'second_factor':
        return t('wrong_code');
      case 'slow_down':
      case 'too_many':
        if (seconds === undefined) return t('slow_down');
        return seconds < 60
          ? t('waitSeconds', { count: seconds })
          : t('waitMinutes', { count: Math.ceil(seconds / 60) });
      case 'unavailable':
        return t('unavailable');
      case 'argon2':
        return t('argon2');
      case 'vault':
      case 'refused':
        return t('directory');
      default:
        return t('failed');
    }
  };
}
